import { cliMessages } from './catalog/cli.ts';
import { addMessages } from './known-messages.ts';

// What the command line alone says: imported by it for its effect.
addMessages(cliMessages);
