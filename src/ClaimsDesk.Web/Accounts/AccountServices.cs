using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Web.Accounts.Tokens;
using ClaimsDesk.Web.Errors;
using ClaimsDesk.Web.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace ClaimsDesk.Web.Accounts;

/// <summary>Sign-in by name and password, kept in a cookie; links that work once for those who have no password yet.</summary>
public static class AccountServices
{
    /// <summary>How long an invitation can be accepted.</summary>
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);

    /// <summary>Sets sign-in up on the knowledge base; keys lie beside a file, or in a database that several processes share, so that nothing signs anybody out.</summary>
    public static void AddDeskAccounts(this IServiceCollection services, DataDirectory data)
    {
        var protection = services.AddDataProtection().SetApplicationName("ClaimsDesk");
        if (data.HoldsDatabase) protection.PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
        else services.AddOptions<KeyManagementOptions>().Configure<SharedSecrets>((options, secrets) => options.XmlRepository = new SharedKeys(secrets));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Person>(Choose)
            .AddEntityFrameworkStores<ClaimsDeskDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddScoped<SignedIn>();
        services.AddScoped<IUserClaimsPrincipalFactory<Person>>(s => s.GetRequiredService<SignedIn>());
        services.AddScoped<IUserConfirmation<Person>, NotDisabled>();
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = InvitationLifetime);
        services.ConfigureApplicationCookie(Bake);
        services.AddSingleton<SignInTries>();
        services.AddSingleton<SetupLink>();
        services.AddSingleton<InvitationLinks>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, OpenTabs>();
        services.AddDeskRights();
        services.AddProgramAccess();
    }

    private static void Choose(IdentityOptions options)
    {
        options.User.AllowedUserNameCharacters = ""; // any: a name is what colleagues call the person, in any script
        // Length is what protects a password; rules about signs make people choose worse ones (NIST SP 800-63B).
        options.Password.RequiredLength = 10;
        options.Password.RequiredUniqueChars = 4;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.SignIn.RequireConfirmedAccount = true; // asks NotDisabled
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void Bake(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "claimsdesk";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/not-allowed";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = TimeSpan.FromDays(14);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = async context =>
        {
            var now = await context.HttpContext.RequestServices.GetRequiredService<SignedIn>().AsOfNowAsync(context.Principal!);
            if (now is null) context.RejectPrincipal();
            else if (now != context.Principal) (context.Principal, context.ShouldRenew) = (now, true);
        };
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (!ErrorReference.IsForPrograms(context.Request))
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}

/// <summary>A disabled person can't sign in, whatever the password.</summary>
public sealed class NotDisabled : IUserConfirmation<Person>
{
    /// <inheritdoc/>
    public Task<bool> IsConfirmedAsync(UserManager<Person> manager, Person user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(!user.Disabled);
    }
}
