using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Encoder;

public class WindowTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(254, 1)]
    [InlineData(255, 2)]
    [InlineData(10_000, 53)]
    public void Own_stretches_tile_the_text_and_windows_grow_linearly(int pieces, int expected)
    {
        var windows = Window.Over(Plain(pieces), 254, 64).ToList();

        windows.Should().HaveCount(expected);
        windows.All(w => w.Length <= 254 && w.Start <= w.OwnStart && w.OwnEnd <= w.End && w.OwnStart < w.OwnEnd).Should().BeTrue();
        windows.SelectMany(w => Enumerable.Range(w.OwnStart, w.OwnEnd - w.OwnStart)).Should().Equal(Enumerable.Range(0, pieces));
    }

    [Fact]
    public void A_window_starts_with_a_whole_word()
    {
        var pieces = Enumerable.Range(0, 1000).Select(i => new Piece(0, new TextSpan(i, i + 1), LetterCase.Lower, i % 7 != 0)).ToList();

        Window.Over(pieces, 254, 64).Should().OnlyContain(w => w.Start % 7 == 0);
    }

    [Fact]
    public void A_word_longer_than_a_window_does_not_stop_it()
    {
        var pieces = Enumerable.Range(0, 5000).Select(i => new Piece(0, new TextSpan(i, i + 1), LetterCase.Lower, i > 0)).ToList();

        Window.Over(pieces, 254, 64).Last().OwnEnd.Should().Be(5000);
    }

    private static List<Piece> Plain(int count) => [.. Enumerable.Range(0, count).Select(i => new Piece(0, new TextSpan(i, i + 1), LetterCase.Lower, false))];
}
