// Stands for the program that asks the engine for the graphics processor: answers, has none, or crashes, as it is told.
const [order] = process.argv.slice(2);
if (order === 'crash') process.kill(process.pid, 'SIGSEGV');
process.send?.(order === 'one' ? { names: ['Test card'], total: 8 * 1024 ** 3 } : null, () => process.exit(0));
