// The browser's own dialogue was left, or knows no passkey of this site: say so on the page.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const failed = document.getElementById("passkey-failed");
  if (failed) failed.hidden = false;
});
