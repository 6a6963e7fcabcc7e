import { expect, test } from 'vitest';
import { graphicsCardEnvironment } from '../fixtures/graphics-card.ts';
import { setUpJacquard } from './set-up-jacquard.ts';

const tests = setUpJacquard(() => ({ environment: graphicsCardEnvironment() }));

test('a graphics card is seen, its engine is fetched and tried by a click, and where it fails models stay on the processor', async () => {
  const page = await tests.open('/models');
  const machine = page.getByRole('region', { name: 'This machine' });
  await machine.getByText('Models run on the processor. There is a graphics processor, too: NVIDIA Test.').waitFor();
  await machine.getByRole('button', { name: 'Use the graphics processor' }).click();
  await machine.getByText('The CUDA engine doesn’t work here: the graphics driver').waitFor({ timeout: 60_000 });
  await machine.getByRole('button', { name: 'Try again' }).waitFor();
  await machine.getByRole('button', { name: 'Remove the CUDA engine' }).click();
  await machine.getByText('Its CUDA engine').waitFor();
  expect(await machine.getByText('doesn’t work here').count()).toBe(0);
  await machine.getByText('Models run on the processor.').waitFor();
});
