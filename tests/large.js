// node tests/large.js > capacity.json: what a very large site exports each night. 200 blocks of 500
// nodes, every node of them in use by a job of eight, and a name on each job.
const BLOCKS = 200, NODES = 500, JOB = 8;
const START = Date.UTC(2026, 10, 1);

const day = (after) => new Date(START + after * 86_400_000).toISOString().slice(0, 10);
// Park and Miller, 1988: the same file each time.
let state = 1;
const random = (below) => ((state = (state * 48_271) % 2_147_483_647), state % below);

const blocks = [], holds = [];
for (let block = 0; block < BLOCKS; block++) {
  const id = `hall-${block}`;
  blocks.push({ id, name: `Hall ${block}`, accelerator: block % 2 ? "b200" : "h200", nodes: NODES, leaf_nodes: 32 });
  for (let node = 1; node <= NODES; node += JOB)
    holds.push({
      block: id,
      nodes: `${node}-${Math.min(node + JOB - 1, NODES)}`,
      from: day(random(20)),
      until: day(30 + random(300)),
      label: `job ${1_000_000 + random(8_000_000)}`,
    });
}
console.log(
  JSON.stringify({
    schema: 1,
    as_of: "2026-11-24",
    availability: "complete",
    accelerators: [{ id: "h200", name: "H200" }, { id: "b200", name: "B200" }],
    blocks,
    holds,
  }),
);
