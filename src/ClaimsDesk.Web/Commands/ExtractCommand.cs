using System.CommandLine;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Contract;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Web.Commands;

/// <summary><c>claimsdesk extract FILE…</c>: articles and claims as JSON, without a knowledge base.</summary>
public static class ExtractCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of any format that import takes; plain texts in UTF-8.", Arity = ArgumentArity.OneOrMore };
        var attributions = new Option<bool>("--attributions") { Description = "Prints the outermost attributions only, as attribution corpora mark them." };
        var published = PublishedOption.Create();
        var command = new Command("extract", "Finds who claims what in files: one line of JSON a text.") { files, attributions, published };
        command.SetAction(parsed =>
        {
            using var extractor = Extractor.Load();
            return FileByFile.Run(parsed.GetValue(files)!, terminal, (file, read) =>
            {
                var text = new SourceText(read.Value);
                if (parsed.GetValue(attributions))
                    return new FileLine(ExtractionJson.Attributions(Path.GetFileNameWithoutExtension(file), text, extractor.OutermostAttributions(text)), []);
                var document = extractor.Extract(text, read.Context(parsed.GetValue(published)));
                return FileLine.Of(ExtractionJson.Document(file, document, isRendered: read.Format != "text"), text, document.Notes.Concat(read.Notes));
            });
        });
        return command;
    }
}
