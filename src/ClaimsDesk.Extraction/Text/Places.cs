namespace ClaimsDesk.Extraction.Text;

/// <summary>Finds spans in ordered lists that do not overlap.</summary>
internal static class Places
{
    /// <summary>Index of the first span that ends past <paramref name="offset"/>: the span that holds it, else the next; their number where none is left.</summary>
    public static int At(IReadOnlyList<TextSpan> spans, int offset)
    {
        int low = 0, high = spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].End > offset) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
