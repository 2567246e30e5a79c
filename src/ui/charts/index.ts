/** What is fetched together, when the rest of the page is there: nearly half of its code. */
export { ChartViews } from './ChartViews.tsx';
export { CompareCharts } from './CompareCharts.tsx';
