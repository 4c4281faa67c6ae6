using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Data;
using NetArchTest.Rules;

namespace ClaimsDesk.Web.Tests;

/// <summary>Text knows no database, storage knows no screen, and which folder of Extraction may use which: docs/architecture.md.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Extraction = typeof(ExtractedDocument).Assembly;
    private static readonly Assembly Knowledge = typeof(ClaimsDeskDb).Assembly;

    [Fact]
    public void Extraction_references_no_database_and_no_web() =>
        Referenced(Extraction).Should().OnlyContain(name =>
            (name.StartsWith("System", StringComparison.Ordinal) && !name.StartsWith("System.Data", StringComparison.Ordinal) && name != "System.Net.Http")
            || name == "netstandard" || name == "Microsoft.ML.OnnxRuntime" || name == "SmartReader" || name == "AngleSharp");

    [Fact]
    public void Knowledge_references_of_the_web_only_the_store_of_accounts() =>
        Referenced(Knowledge).Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
            .Should().BeSubsetOf(["Microsoft.AspNetCore.Identity.EntityFrameworkCore"]);

    [Fact]
    public void Nothing_below_the_web_knows_the_web()
    {
        Referenced(Extraction).Should().NotContain(["ClaimsDesk.Knowledge", "claimsdesk"]);
        Referenced(Knowledge).Should().NotContain("claimsdesk");
    }

    [Fact]
    public void Extraction_reads_no_clock_and_no_time_zone()
    {
        using var file = new PEReader(File.OpenRead(Extraction.Location));
        var metadata = file.GetMetadataReader();
        var members = metadata.MemberReferences.Select(m => metadata.GetString(metadata.GetMemberReference(m).Name)).ToList();
        var types = metadata.TypeReferences.Select(t => metadata.GetString(metadata.GetTypeReference(t).Name)).ToList();

        members.Should().Contain("get_InvariantCulture").And.NotContain(["get_Now", "get_UtcNow", "get_Today", "get_Local", "ToLocalTime", "get_LocalDateTime", "GetTimestamp", "get_TickCount64"]);
        types.Should().Contain(nameof(DateOnly)).And.NotContain([nameof(TimeZoneInfo), nameof(TimeProvider)]);
    }

    private const string Root = "ClaimsDesk.Extraction.";

    private static readonly string[] AllFolders = ["Text", "Articles", "Encoder", "Language", "Attributions", "Claims", "Contract", "Pages"];

    // The words of the contract (kinds, acts, dates) are everybody's.
    private static readonly string[] Terms = [.. Extraction.GetTypes().Where(t => t.IsEnum || t == typeof(PartialDate)).Select(t => t.FullName!)];

    public static TheoryData<string, string[]> Folders() => new()
    {
        { "Text", [] },
        { "Encoder", ["Text"] },
        { "Language", ["Text", "Encoder"] },
        { "Articles", ["Text", "Language"] },
        { "Pages", ["Text", "Language", "Articles"] },
        { "Attributions", ["Text", "Encoder", "Language"] },
        { "Claims", ["Text", "Articles", "Language", "Attributions"] },
        { "Contract", ["Text", "Claims", "Attributions"] },
    };

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_of_extraction_uses_only_what_lies_below_it(string folder, string[] may)
    {
        var forbidden = Extraction.GetTypes()
            .Where(type => AllFolders.Except(may).Any(other => other != folder && IsIn(type, other)))
            .Select(type => type.FullName!).Except(Terms).ToArray();
        var types = Types.InAssembly(Extraction).That().ResideInNamespaceStartingWith(Root + folder);
        types.GetTypes().Should().NotBeEmpty();

        var result = types.ShouldNot().HaveDependencyOnAny(forbidden).GetResult();

        (result.FailingTypeNames ?? []).Should().BeEmpty("{0} may use only {1}", folder, string.Join(", ", may));
    }

    private static bool IsIn(Type type, string folder) =>
        type.Namespace is { } name && (name == Root + folder || name.StartsWith(Root + folder + ".", StringComparison.Ordinal));

    private static IEnumerable<string> Referenced(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);
}
