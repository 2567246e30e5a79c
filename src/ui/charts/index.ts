/** What is fetched together, when the rest of the page is there: nearly half of its code. */
export { ChartColumn } from './ChartColumn.tsx';
export { CompareCharts } from './CompareCharts.tsx';
