import type { NewStory } from '../newsroom/story.ts';

/** Stories that the newsroom does not tell: what is hard to set, and what the lens has most to say about. */

export const FIGURES_TITLE = 'Dysprosium oxide climbs as trucks wait at the border';
export const STORY_TITLE = 'Tarnholm yard opens a second smelter';
export const RTL_TITLE = 'ارتفاع أسعار أكسيد الديسبروسيوم مع تباطؤ الشحنات عند الحدود';
export const LONG_TITLE = 'A notice on the provisional licensing of separated oxides, metals, alloys and sintered magnets';

const LONG_WORDS = ', with annexes on quotas, end users, transit and re-export, and with a table of the thresholds below which no licence is asked for, as amended after the consultation of the spring and the objections of eleven makers';

const DAYS = 6;

interface Published {
  readonly outlet: string;
  readonly story: NewStory;
}

/** A week of quotes, two of which differ on the last day, so that prices, figures and the calendar have something to show. */
export function figureStories(): readonly Published[] {
  const week = Array.from({ length: DAYS }, (_, at): Published => {
    const day = DAYS - at;
    return { outlet: 'minerals-office', story: { title: `Dysprosium note ${day}`, hours: day * 24 + 0.05, text: `Dysprosium oxide was quoted at ${(1.68 - day * 0.02).toFixed(2)} million yuan a tonne, traders said.` } };
  });
  const text = [
    'Dysprosium oxide was quoted at 1.68 million yuan a tonne in Ganzhou, as longer inspections cut the flow of concentrate to southern separators.',
    'Terbium oxide rose 3.1% to 6.55 million yuan a tonne. Lanthanum oxide was offered at 36-365000 yuan/ton.',
    'One plant is running at about 60% of capacity, and magnets were 120% share of its output. Announcement No. 18 of 2025 takes effect on 1 December 2031.',
  ].join('\n\n');
  return [
    ...week,
    { outlet: 'minerals-office', story: { title: FIGURES_TITLE, hours: 0.02, text } },
    { outlet: 'northgate', story: { title: 'Dysprosium oxide firm in Baotou', hours: 0.03, text: 'Dysprosium oxide was quoted at 1.75 million yuan a tonne in Baotou, a magnet maker said.' } },
    { outlet: 'cicai-zhoukan', story: { title: '十二月起实行新办法', hours: 0.04, text: '商务部公告2025年第18号自2031年12月1日起施行。氧化铽报655万元/吨，环比上涨3.1%。' } },
  ];
}

/** Three reports of one event, which disagree on a figure. */
export function reportStories(): readonly Published[] {
  return [
    { outlet: 'oxide-alloy', story: { title: STORY_TITLE, hours: 5, text: 'The Tarnholm yard opened a second smelter on Thursday that cost $412.6 million. Its capacity is 131,400 tonnes of concentrate a year, the owner said in Eskby.' } },
    { outlet: 'critical-metals-wire', story: { title: 'Second furnace for Tarnholm', hours: 3, text: 'A further smelter has been opened at Tarnholm near Eskby. It took an investment of $412.6 million and has a capacity of 141,300 tonnes of concentrate a year.' } },
    { outlet: 'magnet-monitor', story: { title: 'Tarnholm starts its new smelter', hours: 1, text: 'Tarnholm started its second smelter in Eskby. The plant of $412.6 million has a capacity of 131,400 tonnes of concentrate a year.' } },
  ];
}

/** A title that never ends, one without a blank to break at, and an article from right to left. */
export function oddStories(): readonly Published[] {
  const arabic = 'ارتفعت أسعار أكسيد الديسبروسيوم في غانتشو إلى 1.68 مليون يوان للطن، بعدما أدت عمليات التفتيش الطويلة إلى تقليل تدفق المركزات إلى مصانع الفصل في الجنوب.';
  return [
    { outlet: 'northgate', story: { title: `${LONG_TITLE}${LONG_WORDS}`, hours: 0.5, text: `${'The notice says what is asked of whom. '.repeat(6)}\n\n${'Every clause adds another oxide. '.repeat(9)}` } },
    { outlet: 'northgate', story: { title: `https://northgate.example/${'quarterly-report-'.repeat(9)}2026`, hours: 0.6, text: 'The report is at the address above.' } },
    { outlet: 'northgate', story: { title: RTL_TITLE, hours: 0.4, html: `<p dir="rtl">${arabic}</p><p dir="rtl">${arabic} Dy₂O₃ ${arabic}</p><blockquote dir="rtl"><p>${arabic}</p></blockquote><ul dir="rtl"><li>الديسبروسيوم: +3.1%</li><li>التيربيوم: ثابت</li></ul>` } },
  ];
}
