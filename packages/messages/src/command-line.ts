import { cliAccessMessages } from './catalog/cli-access.ts';
import { cliMessages } from './catalog/cli.ts';
import { cliTestsMessages } from './catalog/cli-tests.ts';
import { addMessages } from './known-messages.ts';

// What the command line alone says: imported by it for its effect.
addMessages(cliMessages);
addMessages(cliAccessMessages);
addMessages(cliTestsMessages);
