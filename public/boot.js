// Starts the page, and says so in words when it cannot start or stops.
// A file of its own because the content security policy allows no inline script.

/** The language of the address, else the one that was chosen last, else the first of the browser's
 *  that the page speaks. The page takes it from here. */
function language() {
  const wanted = [new URLSearchParams(location.search).get("lang")];
  try {
    wanted.push(localStorage.getItem("jari.lang"));
  } catch {
    // There may be no store.
  }
  wanted.push(...(navigator.languages ?? [navigator.language]), "ko");
  return wanted.map((tag) => /^(ko|en)(?![a-z])/i.exec(tag)?.[1].toLowerCase()).find(Boolean);
}

const root = document.documentElement;
root.lang = language();
// The shell is in Korean, with some English beside it; where English is wanted, in that alone.
if (root.lang === "en") {
  for (const part of document.querySelectorAll("body [lang]")) part.hidden = part.lang !== "en";
}

let told = false;

/** An element with text: never markup, whatever an error message holds. */
function element(name, text = "", lang = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (lang) made.lang = lang;
  return made;
}

/** Paints one panel at the top of the page; the first failure is the cause, later ones follow from it. */
function tell(error) {
  if (told) return;
  told = true;
  // What is told here is more than that it has not started.
  document.getElementById("not-started")?.remove();

  const started = document.getElementById("shell") === null;
  const panel = element("section");
  panel.id = "boot-failure";
  panel.className = "panel page";
  panel.setAttribute("role", "alert");

  const reload = element("button", "다시 불러오기 Reload");
  reload.type = "button";
  reload.className = "button";
  reload.addEventListener("click", () => location.reload());

  const details = element("details");
  details.append(element("summary", "오류 내용 Error text"), element("pre", String(error)));

  panel.append(
    element("h2", started ? "미리보기가 멈췄습니다" : "미리보기를 시작하지 못했습니다"),
    element(
      "p",
      started
        ? "프로그램 오류로 더 이상 계산하지 않습니다. 화면의 값은 멈추기 전의 것입니다. 다시 불러오면 주소에 담긴 상태에서 이어집니다."
        : "다시 불러와 보세요. 그래도 안 되면 최신 브라우저인지, 네트워크가 WebAssembly 파일을 막지 않는지 확인하세요. 아래 표는 그대로 볼 수 있습니다.",
    ),
    element("h2", started ? "The preview has stopped" : "The preview could not start", "en"),
    element(
      "p",
      started
        ? "A program error ended the calculation; what is on screen dates from before it. Reloading continues from the state in the address."
        : "Try to reload. If that does not help, check that the browser is up to date and that the network lets WebAssembly files through. The table below remains.",
      "en",
    ),
    reload,
    details,
  );
  (document.getElementById("app") ?? document.body).prepend(panel);
}

// The page's panic hook sends this (src/edge/panic.rs).
document.addEventListener("jari-panic", (event) => tell(event.detail));

// Traps that reach no panic hook, such as a full stack; and whatever keeps the page from taking the
// place of the shell. What a program that has failed still does, at a timer, says nothing new.
function tellTrap(event, error) {
  const isTrap = error instanceof WebAssembly.RuntimeError;
  if (isTrap && told) event.preventDefault();
  else if (isTrap || document.getElementById("shell")) tell(error);
}

try {
  if (typeof WebAssembly !== "object") throw new Error("This browser has no WebAssembly.");
  addEventListener("error", (event) => tellTrap(event, event.error));
  addEventListener("unhandledrejection", (event) => tellTrap(event, event.reason));

  // The figures of the shell are on the screen before anything else takes the line or the processor.
  const painted = new Promise((next) => {
    new PerformanceObserver(next).observe({ type: "paint", buffered: true });
    // A tab in the background paints nothing.
    setTimeout(next, document.hidden ? 0 : 300);
  });
  const wasm = document.getElementById("jari-wasm");
  const [{ default: init }] = await Promise.all([import(document.getElementById("jari-js").href), painted]);

  // The code and the style of a view that the address asks for come along, instead of after the page.
  const preload = (file) => document.head.append(Object.assign(element("link"), { rel: "preload", ...file }));
  const pieces = wasm.getAttribute(`data-${new URLSearchParams(location.search).get("view")}`);
  if (pieces) preload({ as: "style", href: document.getElementById("later").href });
  for (const href of pieces?.split(" ") ?? []) preload({ as: "fetch", href });
  // Safari takes what was preloaded for this kind of request alone, and fetches it again for any other.
  await init({ module_or_path: fetch(wasm.href, { mode: "no-cors", credentials: "include" }) });
  // Of no use before, and no harm where it does not come.
  import("./update.js").catch(() => {});
} catch (error) {
  // A page that is left while it starts fails too, and is to have no time left to say so. Safari's
  // words for that are those for a network that fails.
  const isLeft = error?.name === "AbortError" || error?.message === "Load failed";
  const patience = isLeft ? 2000 : 0;
  setTimeout(() => {
    console.error(error);
    tell(error);
  }, patience);
}
