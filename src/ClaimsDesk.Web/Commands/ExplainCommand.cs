using System.CommandLine;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Web.Commands;

/// <summary><c>claimsdesk explain FILE…</c>: why there is each claim, in words.</summary>
public static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of any format that import takes; plain texts in UTF-8.", Arity = ArgumentArity.OneOrMore };
        var published = PublishedOption.Create();
        var command = new Command("explain", "Says of every claim in files what found it, by which words, and how sure it is.") { files, published };
        command.SetAction(parsed =>
        {
            using var extractor = Extractor.Load();
            return FileByFile.Run(parsed.GetValue(files)!, terminal, (file, read) =>
            {
                var text = new SourceText(read.Value);
                var document = extractor.Extract(text, read.Context(parsed.GetValue(published)));
                return FileLine.Of(Explanation.Of(file, document), text, document.Notes.Concat(read.Notes));
            });
        });
        return command;
    }
}
