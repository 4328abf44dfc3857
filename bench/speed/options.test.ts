import { expect, test } from "vitest";
import { parseOptions } from "./options";

test("nothing said, the sizes of the targets are measured", () => {
  expect(parseOptions([])).toMatchObject({ sizes: [1_000, 10_000, 100_000], owners: 500, contactsEach: 300 });
});

test("sizes are sorted, each once; what is given goes before --quick", () => {
  expect(parseOptions(["--quick", "--sizes", "500,100,500", "--owners=7"])).toMatchObject({
    sizes: [100, 500],
    owners: 7,
    samples: 30,
  });
});

test.each([
  [["--fast"], /^"--fast" is unknown here\. There is: npm run bench/],
  [["fast"], /^"fast" is unknown here\./],
  [["--sizes", "1000,many"], /^--sizes is a whole number from 1 on\./],
  [["--owners", "0"], /^--owners is/],
  [["--samples"], /^--samples is/],
  [["--profile"], /^--profile names a folder\./],
  [["--json="], /^--json names a file\./],
  [["--quick", "--before"], /^--before names a file\./],
])("%j is refused with what there is", (args, sentence) => {
  expect(() => parseOptions(args)).toThrow(sentence);
});

test("half of it can be asked for, and nothing else than a half", () => {
  expect(parseOptions(["--only", "pages", "--soak", "60"])).toMatchObject({ only: "pages", soak: 60 });
  expect(parseOptions([])).toMatchObject({ only: undefined, soak: undefined });
  expect(() => parseOptions(["--only", "screens"])).toThrow(/^--only is pages or statements\./);
});
