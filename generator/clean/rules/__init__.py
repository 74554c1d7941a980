"""One rule a function: those that judge whole lines, those that judge stretches of lines or parts of one."""
