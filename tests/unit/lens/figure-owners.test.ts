import { describe, expect, test } from 'vitest';
import { englishNames } from '../../../electron/core/lens/english/english-names.ts';
import { hanNames } from '../../../electron/core/lens/chinese/han-names.ts';
import { readLens } from '../../../electron/core/lens/read-lens.ts';

const saidOf = (text: string): string[] => readLens({ title: '', text }).figures.map(({ printed, subject }) => `${printed}: ${subject.words}`);
const shorts = (text: string): string[] => englishNames(text).map(({ short }) => short);

describe('a bare measure is told with who has it', () => {
  test.each([
    ['the name in its sentence', 'Torvik Alloys, which came here in 2019, has a registered capital of 80 million yuan and paid tax of 3 million yuan.', ['80 million yuan: Torvik Alloys registered capital', '3 million yuan: Torvik Alloys tax']],
    ['the name of its paragraph', 'At noon the gates of Torvik Alloys open. Sales revenue reached 61 million yuan.', ['61 million yuan: Torvik Alloys Sales revenue']],
    ['what was named by its kind', 'Work at the Fenhu recycling base goes on. Visitors came from Marl Town. The base employs 465 people.', ['465 people: Fenhu base people']],
    ['a kind of thing that was not named', 'The fair in Oslo closed early. The park has added 90 jobs.', ['90: park jobs added']],
    ['who does it', 'Sales at Torvik Alloys were slow. The mine park received 31,000 tourists.', ['31,000: mine park tourists']],
    ['what was counted', '40 plants with a total investment of 6 billion yuan were approved.', ['40: plants', '6 billion yuan: plants total investment']],
    ['those that were counted before', 'There are 84 plants. In May their output value rose 13%.', ['84: plants', '13%: plants output value']],
    ['the heading of its section', 'Torvik project\nThe updated resource is 96 million tonnes.', ['96 million tonnes: Torvik project updated resource']],
    ['a segment that heads its paragraph', 'Magnet segment. We shipped 300 t in May.', ['300 t: Magnet segment shipments']],
    ['the name that opens a Chinese statement', '恒岳磁业去年落户，注册资本1.2亿元。', ['1.2亿元: 恒岳磁业注册资本']],
    ['a company by the word for it', '恒岳磁业披露季报。公司净利润3亿元。', ['3亿元: 恒岳磁业净利润']],
    ['what was counted in Chinese', '实施重点项目52个，总投资286亿元。', ['52个: 重点项目', '286亿元: 重点项目总投资']],
  ])('%s', (_, text, said) => expect(saidOf(text)).toEqual(said));

  test('and no more than a third of the words are left to the measure', () => {
    expect(saidOf('Torvik Alloys said the average interest rate of new loans was 3.15%.')).toEqual(['3.15%: average interest rate of new loans']);
    expect(saidOf('恒岳磁业介绍，高性能钕铁硼毛坯年产能8000吨。')).toEqual(['8000吨: 高性能钕铁硼毛坯年产能']);
  });

  test('but not of people, and not of those to whom something goes', () => {
    expect(saidOf('Sales manager Lin Fei signed a contract of 12 million yuan.')).toEqual(['12 million yuan: contract']);
    expect(saidOf('Torvik Alloys gave samples to 30 buyers.')).toEqual(['30: buyers']);
  });
});

describe('a measure is told in full', () => {
  test.each([
    ['Torvik has invested 435 million yuan. Work at Torvik began.', ['435 million yuan: Torvik investment']],
    ['The town has installed 148 cameras.', ['148: town cameras installed']],
    ['90 jobs, 85% of which are taken by women.', ['90: jobs', '85%: jobs taken']],
    ['Reagents accounted for 31% of the cost.', ['31%: Reagents share of cost']],
    ['The 29 plants on the list burned coal.', ['29: plants on list']],
    ['Its energy consumption was 1.28 tons of standard coal.', ['1.28 tons: energy consumption']],
    ['ANTIMONY. Ingot in Europe fell to $36,000 a tonne.', ['$36,000 a tonne: antimony ingot in Europe']],
    ['Antimony ingot 99.65% in Rotterdam is at $36,000 a tonne.', ['99.65%: Antimony ingot', '$36,000 a tonne: Antimony ingot in Rotterdam']],
    ['300 people are on site, down from a peak of 610.', ['300 people: people on site', '610: people']],
    ['Open interest was 400 lots, 18 fewer than on Friday.', ['400: Open interest', '18: Open interest']],
    ['Backlog was $312 million; 71% is expected to ship this year.', ['$312 million: Backlog', '71%: Backlog']],
  ])('%s', (text, said) => expect(saidOf(text)).toEqual(said));
});

test('an elliptic list goes on with the unit and the move of its first statement', () => {
  const figures = readLens({ title: '', text: 'Exports rose 3% to 45,000 tonnes, imports 2% to 33,000.' }).figures;
  expect(figures.map(({ low, unit, kind, subject }) => `${low} ${unit?.normal} ${kind} ${subject.words}`)).toEqual(['3 % change Exports', '45000 t mass Exports', '2 % change imports', '33000 t mass imports']);
  expect(figures[2]?.qualifiers).toContain('up');
  expect(readLens({ title: '', text: 'Exports rose 3% to 45,000 tonnes and went to 12,000 buyers.' }).figures.at(-1)?.unit?.normal).toBe('buyer');
});

test('names are those of companies and places, not of people, months, measures or goods', () => {
  expect(shorts('In March the Fenhu recycling base of Torvik New Materials, run by director Lin Fei, sold NdPr in Japan.')).toEqual(['Fenhu base', 'Torvik']);
  expect(shorts('Concentrator output fell. The concentrator stopped.')).toEqual([]);
  expect(hanNames('在青川产业园,恒岳磁业去年投产;优质稀土价格上涨。').map(({ short }) => short)).toEqual(['青川产业园', '恒岳磁业']);
});
