// node lighthouse.js VIEW REPORT...: the median of each figure over the reports of one view.
const { readFileSync } = require("node:fs");
const [view, ...files] = process.argv.slice(2);
const reports = files.map((file) => JSON.parse(readFileSync(file, "utf8")));

const median = (of) => reports.map(of).sort((a, b) => a - b)[Math.floor(reports.length / 2)];
const score = (name) => Math.round(100 * median((report) => report.categories[name].score));
const value = (name) => median((report) => report.audits[name].numericValue);

console.log(`${view} (Lighthouse ${reports[0].lighthouseVersion}, phone, median of ${reports.length})`);
for (const [label, text] of [
  ["performance", score("performance")],
  ["accessibility", score("accessibility")],
  ["best practices", score("best-practices")],
  ["SEO", score("seo")],
  ["FCP", `${Math.round(value("first-contentful-paint"))} ms`],
  ["LCP", `${Math.round(value("largest-contentful-paint"))} ms`],
  ["TBT", `${Math.round(value("total-blocking-time"))} ms`],
  ["CLS", value("cumulative-layout-shift").toFixed(3)],
  ["transfer", `${value("total-byte-weight")} bytes`],
])
  console.log(`  ${label.padEnd(15)}${text}`);

// What keeps a score under 100, other than speed.
const { categories, audits } = reports[0];
for (const name of ["accessibility", "best-practices", "seo"])
  for (const { id, weight } of categories[name].auditRefs)
    if (weight > 0 && audits[id].score !== null && audits[id].score < 1)
      console.log(`  ${name}: ${id}: ${audits[id].title}`);
for (const report of reports) if (report.runtimeError) throw new Error(report.runtimeError.message);
