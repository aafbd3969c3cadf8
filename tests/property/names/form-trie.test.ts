import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FormTrie } from '../../../src/classify/form-trie.ts';

/** Few signs, so that forms stand in one another and repeat themselves; one of them needs two code units. */
const word = (least: number, most: number) => fc.array(fc.constantFrom('a', 'b', '錠', 'ー', '𠮟'), { minLength: least, maxLength: most }).map((signs) => signs.join(''));

it('finds every form at every place, and nothing else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word(1, 5), { maxLength: 30 }), word(0, 40), (forms, text) => {
      const expected = Array.from({ length: text.length }, (_, begin) =>
        forms.filter((form) => text.startsWith(form, begin)).map((form) => ({ begin, end: begin + form.length, form })),
      ).flatMap((hits) => hits.toSorted((a, b) => a.end - b.end));
      expect(new FormTrie(forms).find(text)).toEqual(expected);
    }),
  );
});

it('holds as many forms as masters have', () => {
  const forms = Array.from({ length: 70_000 }, (_, number) => `品名${String(number)}錠`);
  const trie = new FormTrie(forms);
  expect(forms.every((form) => trie.find(form).some((hit) => hit.form === form))).toBe(true);
  expect(trie.find('品名70000錠')).toEqual([]);
});
