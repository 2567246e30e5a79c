/** What is fetched together, when the rest of the page is there. */
export { ChartSwitches } from './ChartSwitches.tsx';
export { ChartViews } from './ChartViews.tsx';
export { CompareCharts } from './CompareCharts.tsx';
