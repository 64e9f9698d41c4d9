/** What PM2 starts in the program's place. */
const PM2_CONTAINER = /[\\/]ProcessContainer\w*\.js$/;

/**
 * Path of the module that the process was started with; under PM2 that of the program, which PM2 loads from a module of its own.
 *
 * Processes that such a program starts inherit `pm_exec_path`, so it counts only where PM2's own module is the main one.
 */
export function mainModule({ argv, env }: Pick<NodeJS.Process, "argv" | "env"> = process): string | undefined {
  const started = argv[1];
  return started !== undefined && PM2_CONTAINER.test(started) ? (env["pm_exec_path"] ?? started) : started;
}
