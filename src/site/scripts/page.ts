import { copyButtons } from './copy.ts';
import { previews } from './preview.ts';

document.documentElement.classList.add('scripted');
copyButtons();
previews();
