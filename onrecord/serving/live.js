// Follows the server that shows this page while it is edited. Never part of a published page.
(() => {
  const news = new EventSource("/-/news?page=" + encodeURIComponent(location.pathname));
  let sheet = null;
  news.addEventListener("changed", () => location.reload());
  news.addEventListener("problems", (event) => {
    const said = JSON.parse(event.data);
    if (!said) { sheet?.remove(); sheet = null; return; }
    if (!sheet) {
      sheet = document.createElement("section");
      sheet.setAttribute("role", "alert");
      sheet.setAttribute("aria-label", "What keeps the page from being made new");
      sheet.tabIndex = -1;
      sheet.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:9999;margin:0;" +
        "padding:1rem 1.25rem;background:#2b1613;color:#ffe9e4;border-top:4px solid #e2604a;font:14px/1.5 monospace;" +
        "white-space:pre-wrap;overflow-wrap:anywhere";
      document.body.append(sheet);
    }
    sheet.textContent = said + "\n\nNothing is published until this is mended; it then goes away by itself.";
  });
})();
