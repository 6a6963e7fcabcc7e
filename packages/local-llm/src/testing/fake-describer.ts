// Stands for the program that describes GGUF files: hangs, crashes, eats memory or talks nonsense, as the file's name says.
process.on('disconnect', () => process.exit(0));
process.on('message', ({ path }: { path: string }) => {
  if (path === 'crash') process.kill(process.pid, 'SIGSEGV');
  if (path === 'nonsense') process.send?.({ description: { name: 7 } });
  if (path === 'hang') for (;;);
  if (path === 'eat') {
    const eaten: unknown[] = [];
    for (;;) eaten.push(Array.from({ length: 1e5 }, (_, index) => index));
  }
  if (path === 'good') {
    process.send?.({ description: { architecture: 'llama', languages: [], hasChatTemplate: true } });
  }
});
