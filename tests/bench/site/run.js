// Runs every group of benchmarks and gives their lines, one by one: in a page, or under Node.

/**
 * @param platform what the lines shall call it
 * @param quick whether it is only to be seen that all works
 * @param wasm the module's bytes, where it cannot be fetched
 */
export async function* lines(platform, quick, wasm) {
  for (let place = 0; ; place++) {
    for (const tasks of [false, true]) {
      // An instance of its own: memory that was used once stays counted.
      const { default: start, Bench } = await import(`./bench.js?${place}-${tasks}`);
      await start(wasm && { module_or_path: wasm });
      const bench = Bench.open(platform, place, quick, tasks);
      if (!bench) return;
      if (!tasks) yield* bench.measure_memory();
      for (let line; (line = bench.measure_next()); ) yield line;
    }
  }
}
