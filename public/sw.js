// The service worker: it keeps the files of one version of the page, for when there is no network.
//
// `dist` writes a line above this one (src/dist/worker.rs), so that each version is another worker:
//   VERSION  a hash over all of FILES
//   FILES    the SHA-256 of each file of the page in base64, by its path from here
// A file of another version has another name, so a page never gets a mix of two.

const MINE = `jari ${registration.scope} `;
const STORE = MINE + VERSION;

/** The page itself, as every host answers it without a redirect. */
const PAGE = "./";

/** How long the network may take for the page, in milliseconds. */
const PATIENCE = 3000;

/** Keeps every file, or fails as a whole; then this version is tried again at the next visit. */
async function install() {
  const store = await caches.open(STORE);
  try {
    const page = await fetch(PAGE, { cache: "no-cache" });
    if (!page.ok || page.redirected || !isOfThisVersion(await page.clone().text())) {
      throw new Error("The page on the server is not the one of this worker.");
    }
    const whole = ([path, hash]) => new Request(path, { cache: "no-cache", integrity: `sha256-${hash}` });
    await store.addAll(Object.entries(FILES).map(whole));
    await store.put(PAGE, page);
  } catch (error) {
    await caches.delete(STORE);
    throw error;
  }
}

/** Whether the text of a page names this version (public/update.js reads it there too). */
function isOfThisVersion(html) {
  return html.includes(`"${VERSION}"`);
}

/** The pages that are open here. */
async function pages() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return open.filter((page) => page.url.startsWith(registration.scope));
}

/** Tells every open page that this version is here. */
async function announce() {
  for (const page of await pages()) page.postMessage(VERSION);
}

/** The stores of other versions. */
async function others() {
  const stores = await caches.keys();
  return stores.filter((store) => store.startsWith(MINE) && store !== STORE);
}

/** A page says of which version it is. */
async function greet(page, version) {
  if (version !== VERSION) {
    // Where nothing waits, the page came over the network and is newer than this worker.
    if (registration.waiting) page.postMessage(VERSION);
  } else if ((await pages()).length === 1) {
    // Nobody needs an older version any more.
    await skipWaiting();
    await Promise.all((await others()).map((store) => caches.delete(store)));
  }
}

/** The page from the network, if it comes whole, in time, and from the site; else the one that is kept. */
async function page(event) {
  const network = fetch(event.request);
  const fresh = network.then(read).catch(() => undefined);
  event.waitUntil(fresh);
  const late = new Promise((next) => setTimeout(next, PATIENCE));
  return (await Promise.race([fresh, late])) ?? (await kept(PAGE, STORE)) ?? network;
}

/** An answer, unless it is a redirect, a server's error or no page, as of a network that asks to log in. */
async function read(answer) {
  const isPage = answer.headers.get("content-type")?.startsWith("text/html");
  if (answer.type === "opaqueredirect" || answer.status >= 500 || !isPage) return undefined;
  const copy = answer.clone();
  // The figures in it may be newer than those that were kept.
  if (isOfThisVersion(await answer.clone().text()) && answer.ok) await keep(PAGE, copy);
  return answer;
}

/** A file of this version as it should be, or of an older one that is still open; else from the network. */
async function file(event, path) {
  const isListed = Object.hasOwn(FILES, path);
  for (const store of isListed ? [STORE] : await others().catch(() => [])) {
    const found = await kept(path, store);
    if (found && (!isListed || (await isWhole(path, found.clone())))) return found;
  }
  const answer = await fetch(event.request);
  if (isListed && answer.ok) event.waitUntil(keep(path, answer.clone()));
  return answer;
}

/** Whether the bytes are those that were built, whatever happened to the store. */
async function isWhole(path, answer) {
  const hash = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(hash))) === FILES[path];
}

/** What a store has; nothing where it cannot be read. */
function kept(path, store) {
  return caches.match(path, { cacheName: store, ignoreVary: true }).catch(() => undefined);
}

/** Puts an answer into the store; one that is full or forbidden stays as it is. */
async function keep(path, answer) {
  try {
    await (await caches.open(STORE)).put(path, answer);
  } catch {}
}

addEventListener("install", (event) => event.waitUntil(install().then(announce)));
addEventListener("activate", (event) => event.waitUntil(clients.claim().then(announce)));
addEventListener("message", (event) => {
  event.waitUntil(event.data === "take over" ? skipWaiting() : greet(event.source, event.data));
});
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(registration.scope)) return;
  const path = url.slice(registration.scope.length).replace(/#.*/, "");
  if (mode === "navigate") {
    // The whole state of the page is in the query.
    if (/^(index\.html)?(\?|$)/.test(path)) event.respondWith(page(event));
  } else if (Object.hasOwn(FILES, path) || /\.(css|js|wasm)$/.test(path)) {
    event.respondWith(file(event, path));
  }
});
