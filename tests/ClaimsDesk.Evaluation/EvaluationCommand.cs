using System.CommandLine;
using ClaimsDesk.Evaluation.Measures;
using ClaimsDesk.Evaluation.Robustness;
using ClaimsDesk.Extraction;

namespace ClaimsDesk.Evaluation;

/// <summary>Measures extraction on whatever annotated texts there are, prints one table, and fails where a figure fell below the baseline.</summary>
public static class EvaluationCommand
{
    /// <summary>The command with its options.</summary>
    public static RootCommand Create()
    {
        var corpora = new Option<DirectoryInfo?>("--corpora")
        {
            Description = $"The folder that holds polnear, gum_attribution, html_pages … Default: what {Corpora.Variable} names.",
        };
        var seedGold = new Option<DirectoryInfo?>("--seed-gold")
        {
            Description = $"The folder of annotated seed texts (*.json). Default: what {Corpora.SeedGoldVariable} names.",
        };
        var only = new Option<string[]>("--only")
        {
            Description = $"Measures these alone: {string.Join(", ", MeasureList.Names)}.",
            AllowMultipleArgumentsPerToken = true,
        };
        var errors = new Option<bool>("--errors") { Description = "Lists misses, spurious claims and wrong attributes before the table." };
        var update = new Option<bool>("--update-baseline") { Description = "Writes today's figures into baseline.json." };
        var root = new RootCommand("Measures how well claims are found.") { corpora, seedGold, only, errors, update, FuzzCommand.Create(), GrowthCommand.Create() };
        root.SetAction(parsed =>
        {
            var where = Corpora.At(parsed.GetValue(corpora), parsed.GetValue(seedGold));
            return Run(where, parsed.GetValue(only) ?? [], parsed.GetValue(errors), parsed.GetValue(update));
        });
        return root;
    }

    private static int Run(Corpora corpora, IReadOnlyCollection<string> only, bool errors, bool update)
    {
        if (only.Except(MeasureList.Names).ToList() is [var unknown, ..])
        {
            Console.Error.WriteLine($"There is no measure called '{unknown}'. There are: {string.Join(", ", MeasureList.Names)}.");
            return 2;
        }
        using var extractor = Extractor.Load();
        var (figures, mistakes) = MeasureList.Run(extractor, corpora, only, Console.Error.WriteLine);
        if (errors) foreach (var mistake in mistakes) Console.WriteLine(mistake);
        var file = Baseline.File();
        var baseline = Baseline.Load(file);
        Console.Write(FigureTable.Of(figures, baseline));
        if (update)
        {
            baseline.With(figures).Save(file);
            Console.WriteLine($"Written to {file.Name}.");
            return 0;
        }
        var fallen = baseline.Fallen(figures);
        foreach (var figure in fallen) Console.Error.WriteLine($"Below the baseline: {figure.Group}, {figure.Name}.");
        return fallen.Count == 0 ? 0 : 1;
    }
}
