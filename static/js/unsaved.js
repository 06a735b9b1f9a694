// A text that was typed and is stored nowhere is not left without a word.
(() => {
  const text = document.querySelector("textarea[data-unsaved]");
  if (!text) return;
  let sent = false;
  // Taking the advert away answers with a file and leaves the page as it is: the guard comes back.
  text.form.addEventListener("submit", () => {
    sent = true;
    setTimeout(() => { sent = false; }, 1000);
  });
  window.addEventListener("beforeunload", (event) => {
    const changed = text.value !== text.defaultValue || text.dataset.unsaved === "typed";
    if (changed && !sent) event.preventDefault();
  });
})();
