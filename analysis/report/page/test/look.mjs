// Opens a report in headless Chromium at desktop and phone width, in both languages and both colour schemes, and prints per look:
// console errors, requests, findings of axe-core, whether something overflows, milliseconds to the first drawing. Pictures go to a
// folder. Exit code 1 if anything was found.
//
//   node test/look.mjs REPORT.html FOLDER
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";

const [report, folder] = [resolve(process.argv[2]), process.argv[3]];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const times = [];
const widths = { desktop: 1280, phone: 390 };
mkdirSync(folder, { recursive: true });

async function look(browser, width, language, scheme) {
  const context = await browser.newContext({ viewport: { width: widths[width], height: 900 }, colorScheme: scheme, locale: language === "zh" ? "zh-CN" : "en-GB", bypassCSP: true });
  const page = await context.newPage();
  const problems = [], url = `file://${report}`;
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) problems.push(`console: ${message.text()}`); });
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("request", (request) => { if (request.url() !== url && !/^(data|blob):/.test(request.url())) problems.push(`request: ${request.url()}`); });
  const start = Date.now();
  await page.goto(url);
  await page.waitForSelector('#page[data-ready="yes"]');
  const milliseconds = Date.now() - start;
  times.push(milliseconds);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) problems.push(`the page is ${wider} px wider than the window`);
  await page.screenshot({ path: join(folder, `${width}-${language}-${scheme}.png`), fullPage: true });
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  for (const v of found.violations) problems.push(`axe (${v.impact}): ${v.id}, ${v.nodes.length} times: ${v.nodes[0].html.slice(0, 160)}`);
  await context.close();
  console.log(`${width} ${language} ${scheme}: ${milliseconds} ms, ${problems.length} problems`);
  for (const problem of problems) console.log(`  ${problem}`);
  return problems.length;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
let problems = 0;
for (const width of Object.keys(widths))
  for (const language of ["en", "zh"])
    for (const scheme of ["light", "dark"]) problems += await look(browser, width, language, scheme);
await browser.close();
const quickest = Math.min(...times); // the others had to wait for the machine
if (quickest > 3000) { console.log(`slow: ${quickest} ms at best`); ++problems; }
process.exitCode = problems ? 1 : 0;
