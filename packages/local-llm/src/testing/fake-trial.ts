// Stands for the program that tries an engine: it does what the model's path says.
const [order] = process.argv.slice(2);
const devices = ['Test card'];
if (order === 'crash') process.kill(process.pid, 'SIGSEGV');
else if (order === 'hang') setInterval(() => undefined, 1000);
else if (order === 'works') answer({ outcome: 'works', devices, speed: { graphics: 300, processor: 40 } });
else if (order === 'slow') answer({ outcome: 'works', devices, speed: { graphics: 2, processor: 40 } });
else if (order === 'nonsense') answer({ outcome: 'writes-nonsense' });
else if (order === 'fails') answer({ outcome: 'fails', reason: 'no driver' });
else answer({ outcome: 'works', devices: [process.env['JACQUARD_HOST_ENGINE'] ?? ''] });

function answer(result: object): void {
  process.send?.(result, () => process.exit(0));
}
