const MORNING = /^a|上午|早|清晨|凌晨|午前|오전/i;
const AFTERNOON = /^p|下午|傍晚|午后|午後|오후/i;
const NIGHT = /晚|夜/;
const NOON = /中午|正午/;
const WORD = /上午|早上|早晨|清晨|凌晨|午前|下午|傍晚|午后|午後|晚上|晚间|夜里|夜间|深夜|半夜|中午|正午/;

/** The word for a half of the day in a text before a time; '' where there is none. */
export function halfWord(text: string): string {
  return WORD.exec(text)?.[0] ?? '';
}

/**
 * An hour as a clock of twelve names it beside a word for the half of the day (`am` and `pm` by their first letter), as one of
 * 24. Twelve at night is the hour with which the written day begins: programs write the date that their calendar shows.
 */
export function hourOfDay(hour: number, half: string): number {
  if (AFTERNOON.test(half)) return hour < 12 ? hour + 12 : hour;
  if (MORNING.test(half)) return hour === 12 ? 0 : hour;
  if (NIGHT.test(half)) return hour === 12 ? 0 : (hour >= 5 && hour < 12 ? hour + 12 : hour);
  return NOON.test(half) && hour < 3 ? hour + 12 : hour;
}
