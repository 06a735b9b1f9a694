// What could not be done for want of a session, or of a connection, is said and made good; nothing typed is lost.
(() => {
  const toasts = () => document.getElementById("toasts");
  const say = (text, link) => {
    const toast = document.createElement("dialog");
    toast.className = "toast";
    toast.setAttribute("aria-label", "Message");
    toast.innerHTML = '<p role="alert"></p><form method="dialog"><button type="submit">Close</button></form>';
    const words = toast.firstChild;
    words.textContent = text;
    if (link) words.append(" ", link);
    toasts().replaceChildren(toast);
    toast.open = true;
  };
  const signIn = () => {
    const link = document.createElement("a");
    link.href = `/accounts/login/?next=${encodeURIComponent(location.pathname)}`;
    link.target = "_blank";
    link.textContent = "Sign in (in a new tab)";
    return link;
  };

  // A new session has new tokens against forged forms: those of this page, fetched once more, replace the old ones.
  let signedOut = false;
  const ONCE_IN = 5000; // ms: refused again right after, it is not the token
  let renewedAt = -Infinity;
  const renew = async () => {
    const answer = await fetch(location.pathname + location.search);
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
    if (!token) return false;
    document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => { field.value = token; });
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
    renewedAt = performance.now();
    if (signedOut) toasts().replaceChildren();
    signedOut = false;
    document.dispatchEvent(new Event("preflight:renewed"));
    return true;
  };
  const cameBack = () => { if (signedOut && !document.hidden) renew().catch(() => {}); };
  window.addEventListener("focus", cameBack);
  document.addEventListener("visibilitychange", cameBack);

  const refused = async (status) => {
    const isStale = status === 403 && performance.now() - renewedAt > ONCE_IN;
    if (isStale && await renew().catch(() => false)) return;
    if (status === 401 || isStale) {
      signedOut = true;
      say("You are signed out, so the last change is not saved yet. It stays on this page: sign in, come back here and go on.", signIn());
    } else if (status === 403) {
      say("You may not do this. Nothing was changed.");
    } else if (status >= 400) {
      say("Something went wrong, and the last change may not be saved. Try it again.");
    } else {
      say("No connection, so the last change is not saved yet. Try it again.");
    }
  };
  // A long text sent by a full page load to a session that has ended: it waits in this tab until its page is back.
  const KEPT = "preflight:kept";
  const KEPT_FOR = 15 * 60 * 1000;
  const hasSession = document.querySelector('form[action$="/logout/"]') !== null; // public pages keep nothing
  document.addEventListener("submit", (event) => {
    const text = event.target.querySelector("textarea.input[id]");
    if (!hasSession || event.defaultPrevented || event.target.method !== "post" || !text?.value.trim()) return;
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, id: text.id, text: text.value, at: Date.now() }));
    } catch { /* No room, or not allowed: as without it. */ }
  });
  const giveBack = () => {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
    if (!kept) return;
    if (location.pathname.startsWith("/accounts/")) {
      sessionStorage.setItem(KEPT, JSON.stringify({ ...kept, signedOut: true }));
      return;
    }
    const place = kept.path === location.pathname ? document.getElementById(kept.id) : null;
    if (kept.signedOut && Date.now() - kept.at < KEPT_FOR && !place) return;
    sessionStorage.removeItem(KEPT);
    if (!kept.signedOut || !place || place.value.trim() === kept.text.trim()) return;
    place.value = kept.text;
    say("You had been signed out, so your text was not taken. It is back in its place: send it again.");
  };
  try { giveBack(); } catch { /* Not allowed: nothing was kept. */ }

  document.addEventListener("htmx:responseError", (event) => refused(event.detail.xhr.status));
  document.addEventListener("htmx:sendError", () => refused(0));
  document.addEventListener("preflight:refused", (event) => refused(event.detail));
})();
