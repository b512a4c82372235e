// Starts the service worker (sw.js) once the page has nothing else to do, and says when a newer
// version of the page is ready. Where no worker may run, the page is as it would be without.

const HOUR = 3_600_000;
const workers = navigator.serviceWorker;

/** Of this page; a build that is not finished has none, and no worker. */
const version = document.querySelector('meta[name="jari-version"]').content;

const WORDS = {
  ko: ["새 버전이 있습니다.", "다시 불러오기", "나중에"],
  en: ["A new version is ready.", "Reload", "Later"],
};

/** The address of the worker, where the policy takes no text for that of a script. */
function address() {
  const own = { createScriptURL: () => "sw.js" };
  return globalThis.trustedTypes?.createPolicy("jari-worker", own).createScriptURL("") ?? own.createScriptURL();
}

/** Loads the page again, as the new version: what was typed is in the address and in the drafts. */
function takeOver(registration) {
  const reload = () => location.reload();
  if (!registration.waiting) return reload();
  workers.addEventListener("controllerchange", reload);
  registration.waiting.postMessage("take over");
  // A worker that does not answer holds nobody up: the network has the new version too.
  setTimeout(reload, 3000);
}

function button(words, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button slim";
  made.textContent = words;
  made.addEventListener("click", press);
  return made;
}

/** Paints a bar below the page, once. */
function offer(registration) {
  if (document.getElementById("update")) return;
  const lang = document.documentElement.lang === "en" ? "en" : "ko";
  const [ready, reload, later] = WORDS[lang];
  const bar = document.createElement("div");
  bar.id = "update";
  bar.lang = lang;
  const text = document.createElement("span");
  text.setAttribute("role", "status");
  bar.append(text, button(reload, () => takeOver(registration)), button(later, () => bar.remove()));
  document.body.append(bar);
  // What is said has to change after it is there, or it is not read aloud.
  setTimeout(() => (text.textContent = ready));
}

/** That the page has taken the place of the shell, and has nothing else to do. */
async function settled() {
  await new Promise((next) => {
    const look = () => document.getElementById("shell") ?? next();
    new MutationObserver(look).observe(document.getElementById("app"), { childList: true });
    look();
  });
  await new Promise(globalThis.requestIdleCallback ?? setTimeout);
}

async function start() {
  await settled();

  const registration = await workers.register(address());
  // A worker says of which version it is when it is new, or asked.
  workers.addEventListener("message", ({ data, source }) => {
    if (data === version) source.postMessage(version);
    else offer(registration);
  });
  (registration.waiting ?? registration.active)?.postMessage(version);

  let looked = performance.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" || performance.now() - looked < HOUR) return;
    looked = performance.now();
    registration.update().catch(() => {});
  });
}

if (version && workers) start().catch(() => {});
