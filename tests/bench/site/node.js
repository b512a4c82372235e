// node node.js PLATFORM [quick]
import { readFileSync } from "node:fs";
import { lines } from "./run.js";

const [platform, quick] = process.argv.slice(2);
const wasm = readFileSync(new URL("bench_bg.wasm", import.meta.url));
for await (const line of lines(platform, quick === "quick", wasm)) console.log(line);
