// Renders the NATO symbols a briefing may need, once, with milsymbol (MIT): node symbols.cjs FOLDER > symbols.json
// FOLDER is where the package milsymbol@3.0.4 lies. Keys are affiliation and function of MIL-STD-2525C; each value is
// the drawing's viewBox and what is inside it. Same package, same bytes.
const path = require("path");
const ms = require(path.resolve(process.argv[2], "dist", "milsymbol.js"));
const FUNCTIONS = [
  "A-MF----", "A-MFB---", "A-MFF---", "A-MFA---", "A-MFC---", "A-MFK---", "A-MFR---", "A-MH----", "A-MFQ---",
  "A-WM----", "A-WB----", "G-E-----", "G-EV----", "G-EVA---", "G-EVAT--", "G-EVAA--", "G-EWH---", "G-EWX---",
  "G-EWO---", "G-EWR---", "G-EWA---", "G-EWMA--", "G-EWMS--", "G-EXM---", "G-EXI---", "G-EXN---", "S-C-----",
  "S-CLCV--", "S-CLDD--", "S-CLFF--", "S-CP----", "U-S-----", "U-WM----",
];
const found = {};
for (const side of ["U", "N", "F", "H"]) {
  for (const one of FUNCTIONS) {
    const symbol = new ms.Symbol(`S${side}${one[0]}P${one.slice(2)}----`.slice(0, 15), { size: 30 });
    if (!symbol.isValid()) throw new Error(`${side} ${one} is no symbol`);
    const [, view, inner] = symbol.asSVG().match(/viewBox="([^"]*)">(.*)<\/svg>$/s);
    found[side + one] = [view, inner.replaceAll(/ (fill-opacity="1"|stroke="none")/g, "").replaceAll(" ></", "></")];
  }
}
process.stdout.write(JSON.stringify(found));
