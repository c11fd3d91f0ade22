//! The arguments of all commands as clap sees them, explained in the user's language.
//!
//! Every sentence stands in `locales/` under `cli.help`: `about` of a command, and a key an argument. A test asks
//! that none is missing.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};

use super::COMMANDS;
use crate::message;
use crate::message::Lang;

/// The place in the help of what every command has: after what is its own.
const FOR_EVERY_COMMAND: usize = 100;

/// The whole command line, explained in `lang`.
pub fn command(lang: Lang) -> Command {
    let say = |key: &str| message!(format!("cli.help.{key}")).text(lang);
    let root = Command::new("fazhi")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say("about"))
        .arg_required_else_help(true)
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("lang")
                .long("lang")
                .global(true)
                .value_name("zh|en")
                .value_parser(parse_lang)
                .hide_possible_values(true)
                .display_order(FOR_EVERY_COMMAND),
        )
        .arg(
            Arg::new("color")
                .long("color")
                .global(true)
                .value_name("auto|always|never")
                .value_parser(["auto", "always", "never"])
                .hide_possible_values(true)
                .default_value("auto")
                .hide_default_value(true)
                .display_order(FOR_EVERY_COMMAND + 1),
        );
    // Only the command that is called is filled in, which clap does by a function without surroundings.
    let fill = match lang {
        Lang::Zh => |command| filled(command, Lang::Zh),
        Lang::En => |command| filled(command, Lang::En),
    };
    let root = COMMANDS.iter().fold(root, |root, entry| {
        let about = say(&format!("{}.about", entry.name));
        root.subcommand(Command::new(entry.name).alias(entry.alias).about(about).defer(fill))
    });
    explain_arguments(root, lang, "").version(env!("CARGO_PKG_VERSION"))
}

/// One command with its arguments and their sentences.
fn filled(command: Command, lang: Lang) -> Command {
    let Some(entry) = COMMANDS.iter().find(|entry| entry.name == command.get_name()) else { return command };
    explain_arguments((entry.arguments)(command), lang, entry.name)
}

/// Adds the frame of the help and a sentence for every argument.
fn explain_arguments(command: Command, lang: Lang, name: &'static str) -> Command {
    let say = |key: &str| message!(format!("cli.help.{key}")).text(lang);
    let has_positionals = command.get_positionals().next().is_some();
    let positionals =
        if has_positionals { format!("\n\n{}\n{{positionals}}", say("arguments")) } else { String::new() };
    let below = if name.is_empty() { format!("\n\n{}\n{{subcommands}}", say("commands")) } else { positionals };
    let template = format!(
        "{{about-with-newline}}\n{}{}{below}\n\n{}\n{{options}}",
        say("usage"),
        usage(&command, lang, name),
        say("options")
    );
    let command = command
        .help_template(template)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).display_order(FOR_EVERY_COMMAND + 2))
        .mut_args(move |argument| {
            let id = argument.get_id().as_str().to_owned();
            // A folder is taken by the two commands that write many files.
            let shared = match id.as_str() {
                "help" | "version" | "lang" | "color" | "force" | "keys" | "today" => true,
                "out" => !matches!(name, "render" | "templates"),
                _ => false,
            };
            let key =
                if shared || name.is_empty() { format!("cli.help.{id}") } else { format!("cli.help.{name}.{id}") };
            argument.help(message!(key).text(lang))
        });
    if name.is_empty() { with_version(command, &say("version")) } else { command }
}

/// How a command is written: `fazhi check [OPTIONS] <FILE>...`
fn usage(command: &Command, lang: Lang, name: &str) -> String {
    let say = |key: &str| message!(format!("cli.help.{key}")).text(lang);
    if name.is_empty() {
        return format!("fazhi <{}> [{}]", say("command"), say("option"));
    }
    let mut usage = format!("fazhi {name} [{}]", say("option"));
    for argument in command.get_positionals() {
        let value =
            argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string).unwrap_or_default();
        let many = if argument.get_num_args().is_some_and(|range| range.max_values() > 1) { "..." } else { "" };
        let value = if argument.is_required_set() { format!("<{value}>{many}") } else { format!("[{value}]{many}") };
        usage.push(' ');
        usage.push_str(&value);
    }
    usage
}

fn with_version(command: Command, help: &str) -> Command {
    command.arg(
        Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
            .display_order(FOR_EVERY_COMMAND + 3)
            .help(help.to_owned()),
    )
}

fn parse_lang(name: &str) -> Result<Lang, String> {
    super::language::named(name).ok_or_else(|| name.to_owned())
}

/// `-o FILE|DIR|-`
pub fn out() -> Arg {
    Arg::new("out").short('o').long("out").value_name("FILE").value_parser(value_parser!(PathBuf))
}

/// One or more files, `-` for standard input.
pub fn files() -> Arg {
    Arg::new("files").value_name("FILE").num_args(1..).required(true).value_parser(value_parser!(PathBuf))
}

/// `--force`: overwrite what a person may have written.
pub fn force() -> Arg {
    Arg::new("force").long("force").action(ArgAction::SetTrue)
}

/// `--keys zh|en`: the language of the keys that are written.
pub fn keys() -> Arg {
    Arg::new("keys").long("keys").value_name("zh|en").value_parser(parse_lang)
}

/// `--today DATE`: the day the check is made as of.
pub fn today() -> Arg {
    Arg::new("today")
        .long("today")
        .value_name("DATE")
        .value_parser(|text: &str| crate::model::date::parse(text).ok_or_else(|| text.to_owned()))
}
