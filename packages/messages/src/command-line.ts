import { cliMessages } from './catalog/cli.ts';
import { addMessages } from './catalog/index.ts';

// What the command line alone says: imported by it for its effect, and no part of what a page loads.
addMessages(cliMessages);
