/** What `logback --help` prints. */
export const USAGE = `Looks at a logback.xml without starting anything, opening a log file or making a folder.

  logback check <file...>                        says what is wrong, and what is probably not meant
  logback explain <file>                         shows what is in force: properties, levels, appenders
  logback explain <file> <logger> [level] [key=value...]
                                                 follows an event of that logger (INFO unless given),
                                                 with those values in the MDC
  logback migrate <file...>                      prints a logback.xml for a configuration of java.util.logging,
                                                 Log4j 1 or Log4j 2, and what could not be carried over

  -D, --define key=value   a program property, what Java gets by -D; any number
      --profile name       an active Spring profile; any number, or several with commas
      --package name       a package that the program allows by configure({ packages }); any number
      --appenders          migrate: file-logging.properties and log4j.xml keep their own appenders
      --into file          migrate: merges levels into that logback.xml and prints it
      --packaged file      migrate: what the old package shipped; only levels that differ from it are merged
      --strict             check, migrate: warnings count as errors
      --json               check, explain: prints JSON
  -h, --help               prints this
      --version            prints the version

Exit code: 0 all is well, 1 errors (warnings too with --strict), 2 the command was not understood.
Colours on a terminal only; NO_COLOR=1 switches them off, FORCE_COLOR=1 on.
`;
