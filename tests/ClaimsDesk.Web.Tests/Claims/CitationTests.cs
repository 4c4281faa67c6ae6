using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Web.Claims.Open;

namespace ClaimsDesk.Web.Tests.Claims;

public sealed class CitationTests
{
    private static readonly Uri Address = new("http://desk.example/claims?claim=17");

    private static readonly ClaimRow Claim = new()
    {
        Id = 17,
        Content = "“the cost\nhad doubled_to 100 %”",
        ParentId = null,
        Depth = 0,
        Tellers =
        [
            new Teller(1, "Harbour Gazette", SourceKind.Outlet, 0, null, null, null),
            new Teller(2, "Northern Wire", SourceKind.Agency, 1, "reported", null, null),
            new Teller(3, "two port officials", SourceKind.Anonymous, 2, "said", null, null),
        ],
        ArticleId = 5,
        ArticleTitle = "Bridge to reopen",
        OutletId = 1,
        Outlet = "Harbour Gazette",
        Published = new DateOnly(2024, 8, 6),
        SaidOn = new PartialDate(2024, 8, 5),
        EventDate = null,
        Act = ClaimAct.Assertion,
        Quote = QuoteKind.Direct,
        Negated = false,
        Hedged = false,
        Reliability = null,
        ReliabilityIsOverride = false,
        Credibility = null,
        FoundBy = "encoder",
        Confidence = 0.9,
        Status = ClaimStatus.Unverified,
    };

    [Fact]
    public void A_citation_names_who_said_it_through_whom_and_where() => Citation.Of(Claim, Address).Should().Be(
        "“the cost had doubled_to 100 %”, two port officials, 5 Aug 2024, via Northern Wire, in “Bridge to reopen”, Harbour Gazette, 6 Aug 2024. "
        + "Unverified. CLAIM-17, http://desk.example/claims?claim=17");

    [Fact]
    public void A_bibliography_entry_is_one_that_tex_can_read() => Citation.BibTeX(Claim, Address, new DateOnly(2026, 11, 25)).Should().Be("""
        @misc{CLAIM-17,
          author = {{two port officials}},
          title = {the cost had doubled\_to 100 \%},
          howpublished = {In “Bridge to reopen”, Harbour Gazette, told by Northern Wire},
          date = {2024-08-05},
          year = {2024},
          note = {Unverified claim CLAIM-17},
          url = {http://desk.example/claims?claim=17},
          urldate = {2026-11-25},
        }
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_brace_in_the_words_neither_opens_nor_closes_a_field() =>
        Citation.BibTeX(Claim with { Content = "} a {" }, Address, new DateOnly(2026, 11, 25)).Should().Contain("title = {\\textbraceright{} a \\textbraceleft{}},");

    [Theory]
    [InlineData("CLAIM-17", 17)]
    [InlineData(" claim-17 ", 17)]
    [InlineData("claim 17", null)]
    [InlineData("CLAIM-x", null)]
    [InlineData(null, null)]
    public void A_code_is_read_back(string? text, int? claim) => Citation.ReadCode(text).Should().Be(claim);
}
