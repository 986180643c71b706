import { createElement, useState } from 'react';
import { renderToString } from 'react-dom/server';

/** What a hook gives each time that its component is drawn: once, and again for each further number up to `times`. */
export function drawnAgain<Given>(hook: (time: number) => Given, times = 3): readonly Given[] {
  const given: Given[] = [];
  function Drawn(): null {
    const [time, setTime] = useState(1);
    given.push(hook(time));
    if (time < times) setTime(time + 1);
    return null;
  }
  renderToString(createElement(Drawn));
  return given;
}
