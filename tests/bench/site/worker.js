// Runs all benchmarks in a worker, and posts their lines; `null` behind the last one.
import { lines } from "./run.js";

for await (const line of lines("chromium", location.search === "?quick")) postMessage(line);
postMessage(null);
