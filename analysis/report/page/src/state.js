// What the reader chose, the data, and texts in the reader's language.
import en from "../texts/en.json";
import zh from "../texts/zh.json";

export const data = JSON.parse(document.getElementById("data").textContent);
export const texts = { en, zh };

const asked = new URLSearchParams(location.hash.slice(1));
const first_language = () => (asked.get("lang") ?? navigator.language ?? "en").startsWith("zh") ? "zh" : "en";
export const state = { language: first_language(), scheme: asked.get("scheme") ?? "auto", scenario: 0, view: "effect", axis: "size" };

const look = (keys, language) => keys.reduce((at, key) => at?.[key], texts[language]);

// The text of a key such as "head.runs", with {name} replaced.
export function t(key, values = {}) {
  const text = look(key.split("."), state.language) ?? key;
  return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

// A name out of a section of the texts, such as of an indicator; the fallback where the texts don't know it.
export const name_of = (section, key, fallback) => look([section, key], state.language) ?? fallback ?? key;

// A text that the data carry in both languages, or a plain one.
export function both(value) {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? value[state.language] ?? value.en ?? Object.values(value)[0] ?? "" : String(value);
}

export const scenario = () => data.comparison?.scenarios[state.scenario];
