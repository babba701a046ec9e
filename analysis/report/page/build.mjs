// Makes dist/page.html out of src/, texts/ and the packages of package-lock.json; with --check it only says whether dist/ is what
// they give. The same bytes on any machine. The program puts its data in the place of @RONGTONG_DATA@.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const text = (name) => readFileSync(join(here, name), "utf8");

// What the page is made of. tests/report/test_page.py knows the same list.
function sources() {
  const below = (folder) => readdirSync(join(here, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? below(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]);
  const files = ["build.mjs", "package-lock.json", "package.json", "style.css", "template.html", ...below("src"), ...below("texts")];
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(`${file}\n${text(file)}\n`);
  return hash.digest("hex");
}

// The licence of every package that is in the bundle; equal texts stand once.
function licences(inputs) {
  const packages = new Set(Object.keys(inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean));
  const users = new Map();
  for (const name of [...packages].sort()) {
    const folder = `node_modules/${name}`;
    const file = readdirSync(join(here, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const { version, license } = JSON.parse(text(`${folder}/package.json`));
    const terms = file ? text(`${folder}/${file}`).trim() : `${license} licence`;
    users.set(terms, [...(users.get(terms) ?? []), `${name} ${version}`]);
  }
  return [...users].map(([terms, names]) => `${names.join(", ")}\n\n${terms}\n`).join(`\n${"-".repeat(80)}\n\n`);
}

async function bundle() {
  const script = await build({
    absWorkingDir: here, entryPoints: ["src/main.js"], bundle: true, minify: true, format: "iife", target: "es2020",
    write: false, metafile: true, charset: "ascii", legalComments: "none",
  });
  const style = await build({ absWorkingDir: here, entryPoints: ["style.css"], minify: true, write: false, charset: "ascii" });
  const terms = licences(script.metafile.inputs);
  const parts = {
    SOURCES: sources(), STYLE: style.outputFiles[0].text.trim(), LICENCES: terms.replace(/[^\x00-\x7f]/g, "?").replace(/<(?=[/!])/g, "&lt;"), // ends no element
    SCRIPT: script.outputFiles[0].text.trim().replace(/<\/script/gi, "<\\/script"), // neither
  };
  const page = text("template.html").replace(/@(SOURCES|STYLE|LICENCES|SCRIPT)@/g, (_, name) => parts[name])
    .replace(/[\u0080-\uffff]/g, (c) => `&#${c.codePointAt(0)};`); // the noscript text
  return { "dist/page.html": page, "dist/licences.txt": terms };
}

const check = process.argv.includes("--check");
for (const [name, content] of Object.entries(await bundle())) {
  if (!check) writeFileSync(join(here, name), content);
  else if (text(name) !== content) {
    console.error(`${name} is not what its sources give; ./rt report-page makes it anew`);
    process.exitCode = 1;
  }
}
