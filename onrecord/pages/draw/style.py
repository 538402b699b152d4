"""How drawings look: colours come from the page's CSS variables where it has them, for light and dark alike."""

_VARIABLES = """\
.{name}{{--d-ink:var(--draw-ink,currentColor);--d-mark:var(--draw-mark,#9c2f10);--d-paper:var(--draw-paper,#fff);\
--d-land:var(--draw-land,#ece8df);--d-focus:var(--draw-focus,#fbf9f4);--d-sea:var(--draw-sea,#d5e3ea);\
--d-line:var(--draw-line,#a39c8d);--d-soft:var(--draw-soft,#5d6166);--d-band:var(--draw-band,#00000009)}}\
@media(prefers-color-scheme:dark){{.{name}{{--d-mark:var(--draw-mark,#ff9b75);--d-paper:var(--draw-paper,#16191d);\
--d-land:var(--draw-land,#2b2f34);--d-focus:var(--draw-focus,#3a3f45);--d-sea:var(--draw-sea,#182733);\
--d-line:var(--draw-line,#6d737a);--d-soft:var(--draw-soft,#b3b8be);--d-band:var(--draw-band,#ffffff0d)}}}}"""

TIMELINE_STYLE = (
    _VARIABLES.format(name="strip")
    + ".strip{display:block;overflow:visible;font-size:13px;color:inherit;fill:currentColor}"
    ".strip .band{fill:none}.strip .odd{fill:var(--d-band)}"
    ".strip .when{font-size:11px;text-anchor:middle;fill:var(--d-soft)}"
    ".strip .number{font-weight:700}.strip .fact-source{fill:var(--d-soft);font-style:italic}"
    ".strip .track{stroke:var(--d-line);stroke-dasharray:1 4}.strip .rule{stroke:var(--d-line);stroke-opacity:.35}"
    ".strip .mark{fill:var(--d-mark)}.strip .tone{stop-color:var(--d-mark)}"
    ".strip .open{fill:var(--d-paper);stroke:var(--d-mark);stroke-width:2}"
    ".strip .arrow{stroke:var(--d-mark);stroke-width:2;fill:none}"
)

MAP_STYLE = (
    _VARIABLES.format(name="map")
    + ".map{display:block;width:100%;height:auto;color:inherit;fill:currentColor;border:1px solid var(--d-line)}"
    ".map .sea{fill:var(--d-sea)}.map .land{fill:var(--d-land);stroke:var(--d-line);stroke-width:.7}"
    ".map .focus{fill:var(--d-focus);stroke:var(--d-line);stroke-width:.9}"
    ".map .hatch{stroke:var(--d-mark);stroke-opacity:.22;stroke-width:3}"
    ".map .area{stroke:var(--d-mark);stroke-dasharray:3 3}"
    ".map .pin{fill:var(--d-mark);stroke:var(--d-paper);stroke-width:1.5}"
    ".map .dot{fill:var(--d-paper);stroke:var(--d-mark);stroke-width:2}.map .lead{stroke:var(--d-soft);stroke-width:.8}"
    ".map text{paint-order:stroke;stroke:var(--d-paper);stroke-width:3px;stroke-linejoin:round;stroke-opacity:.8}"
    ".map .place{font-size:13px;font-weight:600}.map .small{font-size:11px;fill:var(--d-soft)}"
    ".map .country{font-size:11px;letter-spacing:.08em;fill:var(--d-soft)}"
    ".map .scale{fill:none;stroke:currentColor;stroke-width:1.5}"
    ".map .rim{fill:var(--d-sea);stroke:var(--d-line)}.map .here{fill:none;stroke:var(--d-mark);stroke-width:1.5}"
)
