/**
 * Trains without a page: the same engine, under Node. A progress bar goes to the standard error, one JSON summary to the
 * standard output. Bad arguments: exit code 2.
 */
import { sayEngineErrors } from '../../options.ts';
import { readableJson } from '../evaluate/evaluator.ts';
import { readOptions } from './options.ts';
import { train } from './work.ts';

console.log(readableJson(await sayEngineErrors(train(readOptions(process.argv.slice(2))))));
