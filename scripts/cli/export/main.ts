/** Makes files of a run's record for other programs. Their paths go to the standard output. Bad arguments: exit code 2. */
import { sayEngineErrors } from '../../options.ts';
import { readOptions } from './options.ts';
import { carryOut } from './work.ts';

console.log(await sayEngineErrors(carryOut(readOptions(process.argv.slice(2)))));
