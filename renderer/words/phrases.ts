const HAN = /\p{Script=Han}/u;
const NUMBER = /^\p{Number}/u;

let segmenter: Intl.Segmenter | null = null;

/**
 * A text in parts between which a line may break, which together are the text. Chinese writes its words without spaces, and
 * a browser breaks between any two of their characters; it knows the words, but has no style for breaking between them only.
 * A number stays with what it counts, and a single character with what it follows: the dictionary takes 工程师 for 工程 and 师. A text without Chinese is one part, and so is what stands at a space or a sign, where a
 * browser breaks rightly by itself.
 */
export function phrases(text: string): readonly string[] {
  if (!HAN.test(text)) return [text];
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const parts: string[] = [];
  let mayBreak = false;
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (mayBreak && isWordLike && segment.length > 1) parts.push(segment);
    else parts.push((parts.pop() ?? '') + segment);
    mayBreak = isWordLike === true && !NUMBER.test(segment);
  }
  return parts;
}
