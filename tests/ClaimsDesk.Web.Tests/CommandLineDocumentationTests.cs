using System.CommandLine;
using System.Reflection;
using ClaimsDesk.Web.Commands;

namespace ClaimsDesk.Web.Tests;

public sealed class CommandLineDocumentationTests
{
    [Fact]
    public void Every_command_and_option_is_in_the_guide()
    {
        var root = typeof(CommandLineDocumentationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        var guide = File.ReadAllText(Path.Combine(root, "docs", "command-line.md"));
        var commands = Commands(CommandLine.Root(new Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null, false)), "claimsdesk").ToList();

        commands.Should().HaveCountGreaterThan(5);
        commands.Where(words => !guide.Contains(words, StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static IEnumerable<string> Commands(Command command, string path) =>
        command.Subcommands.SelectMany(sub => Commands(sub, $"{path} {sub.Name}"))
            .Concat(command.Subcommands.Count == 0 ? [path] : Array.Empty<string>())
            .Concat(command.Options.Select(option => option.Name).Where(name => name is not ("--help" or "--version")));
}
