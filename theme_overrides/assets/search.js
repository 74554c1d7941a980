/* On every page: the box answers while one types, `/` goes to it. The search itself is loaded when it is wanted. */
const root = new URL("..", import.meta.url);
const boxes = [...document.querySelectorAll(".md-search__input")];

for (const box of boxes) {
  const attach = () => {
    const before = box.value;
    return import("./search/suggest.js").then((suggest) => suggest.attach(box, root, before));
  };
  if (box === document.activeElement) attach();
  else box.addEventListener("focus", attach, { once: true });
}
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input,textarea,select,[contenteditable]")) return;
  event.preventDefault();
  boxes[0]?.focus();
});
if (document.getElementById("search-results")) import("./search/page.js").then((page) => page.start(root));
