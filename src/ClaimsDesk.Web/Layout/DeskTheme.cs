using MudBlazor;

namespace ClaimsDesk.Web.Layout;

/// <summary>
/// Type and edges of MudBlazor's parts. Their colours are mapped to the tokens in <c>wwwroot/css/mudblazor.css</c>,
/// so that light and dark switch without a round trip and each colour is written down once.
/// </summary>
public static class DeskTheme
{
    private static readonly string[] Sans = ["Inter", "system-ui", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "sans-serif"];

    /// <summary>The theme that the layout gives to MudBlazor.</summary>
    public static MudTheme Theme { get; } = new()
    {
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Sans, FontSize = "14px", LineHeight = "1.45", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Sans, FontSize = "14px", FontWeight = "500", LetterSpacing = "normal", TextTransform = "none" },
        },
    };
}
