import { copyButtons } from './copy.ts';
import { previews } from './preview.ts';
import { steps } from './steps.ts';

document.documentElement.classList.add('scripted');
copyButtons();
previews();
steps();
