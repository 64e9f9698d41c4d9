import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pages = [...readdirSync(root), ...readdirSync(path.join(root, "docs")).map((name) => `docs/${name}`), "bench/README.md"].filter((name) => name.endsWith(".md"));

/** Text outside code. */
function proseOf(page: string): string {
  return readFileSync(path.join(root, page), "utf8").replace(/^```[^]*?^```$/gm, "").replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]]/g, " "));
}

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(page: string): string[] {
  const headings = [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => heading);
  return headings.map((heading) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-"));
}

for (const page of pages) {
  test(`every link of ${page} leads somewhere`, () => {
    const links = [...proseOf(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].map(([, file = "", anchor]) => ({ target: file === "" ? page : path.join(path.dirname(page), file), anchor }));

    const dead = links.filter(({ target, anchor }) => !existsSync(path.join(root, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor)));

    expect(dead).toEqual([]);
  });
}
