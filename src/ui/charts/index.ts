/** What is fetched together, when the rest of the page is there. */
export { ChartSwitches } from './ChartSwitches.tsx';
export { CompareCharts } from './CompareCharts.tsx';
export { Curves } from './Curves.tsx';
